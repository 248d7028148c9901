import { CircleAlert } from 'lucide-react';
import { useText } from '@/shared/i18n';
import type { SearchProblem } from './useMatchCount';

/** What the server could not read, with the character marked in the text. */
export function SearchError({ problem }: { problem: SearchProblem }) {
  const t = useText();
  const { search, position, message } = problem;
  return (
    <div className="search-error" role="alert">
      <CircleAlert size={15} aria-hidden />
      <span>{message}</span>
      {position !== null && (
        <>
          <code aria-hidden="true">
            {search.slice(0, position)}
            <mark>{search.slice(position, position + 1) || ' '}</mark>
            {search.slice(position + 1)}
          </code>
          <span className="visually-hidden">{t.search.at(position + 1)}</span>
        </>
      )}
    </div>
  );
}
