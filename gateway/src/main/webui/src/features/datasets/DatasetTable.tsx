import { Link } from 'react-router';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { DatasetActions, type DatasetListProps } from './DatasetActions';
import { IndexedAt } from './DatasetCards';

export function DatasetTable({ datasets, ...actions }: DatasetListProps) {
  const t = useText();
  const format = useFormat();
  return (
    <div className="card">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.datasets.name}</th>
            <th scope="col" className="right">
              {t.datasets.images}
            </th>
            <th scope="col" className="right">
              {t.datasets.items}
            </th>
            <th scope="col" className="right">
              {t.datasets.captions}
            </th>
            <th scope="col" className="right">
              {t.datasets.withoutCaption}
            </th>
            <th scope="col" className="right">
              {t.datasets.problems}
            </th>
            <th scope="col">{t.datasets.indexed}</th>
            <th scope="col">
              <span className="visually-hidden">{t.datasets.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset) => {
            const home = `/dataset/${dataset.id}`;
            return (
              <tr key={dataset.id}>
                <td>
                  <Link to={home} className="dataset-name">
                    {dataset.name}
                  </Link>
                  <div className="mono faint truncate dataset-path">{dataset.path}</div>
                </td>
                <td className="right num">{format.count(dataset.total_images)}</td>
                <td className="right num">
                  <Link to={home}>{format.count(dataset.total_items)}</Link>
                </td>
                <td className="right num">{format.count(dataset.total_captions)}</td>
                <td className="right num">
                  <Link to={`${home}?q=${encodeURIComponent('-has:caption')}`}>
                    {format.count(dataset.items_without_caption)}
                  </Link>
                </td>
                <td className="right num">
                  <Link to={`${home}/problems`}>{format.count(dataset.problems)}</Link>
                </td>
                <td>
                  <IndexedAt dataset={dataset} />
                </td>
                <td className="right">
                  <DatasetActions dataset={dataset} {...actions} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
