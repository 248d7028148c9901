import { useQuery } from '@tanstack/react-query';
import { CornerLeftUp, Folder } from 'lucide-react';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Select } from '@/shared/ui/Field';
import { ErrorState, SkeletonList } from '@/shared/ui/States';

/** Walks the folders that Fuda may read. */
export function FolderPicker({
  start,
  onChoose,
  onClose,
}: {
  start: string;
  onChoose: (path: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const [path, setPath] = useState(start);
  const [typed, setTyped] = useState<string | null>(null);
  const folders = useQuery({
    queryKey: keys.folders(path),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/folders', { params: { query: path === '' ? {} : { path } }, signal })),
    retry: false,
  });
  const view = folders.data;
  const go = (next: string) => {
    setTyped(null);
    setPath(next);
  };
  return (
    <Dialog
      wide
      title={t.create.pickerTitle}
      onClose={onClose}
      footer={
        <>
          <span className="grow mono soft truncate">{view?.path}</span>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button variant="primary" disabled={!view} onClick={() => view && onChoose(view.path)}>
            {t.create.pickerUse}
          </Button>
        </>
      }
    >
      <form
        className="path-row"
        onSubmit={(event) => {
          event.preventDefault();
          go(typed ?? path);
        }}
      >
        {view && view.roots.length > 1 && (
          <Select
            aria-label={t.create.pickerRoots}
            value={view.roots.find((root) => view.path.startsWith(root)) ?? view.path}
            options={view.roots.map((root) => ({ value: root, label: root }))}
            onChange={go}
          />
        )}
        <input
          className="input mono"
          aria-label={t.create.pickerPath}
          value={typed ?? view?.path ?? path}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t.create.pickerGo}</Button>
      </form>
      <div className="picker-list">
        {folders.isPending ? (
          <SkeletonList rows={6} height={30} />
        ) : folders.isError ? (
          <ErrorState error={folders.error} onRetry={() => go(start === path ? '' : start)} />
        ) : (
          <ul>
            {folders.data.parent && (
              <li>
                <button type="button" onClick={() => go(folders.data.parent ?? '')}>
                  <CornerLeftUp size={16} aria-hidden />
                  {t.create.pickerUp}
                </button>
              </li>
            )}
            {folders.data.folders.map((folder) => (
              <li key={folder.path}>
                <button type="button" onClick={() => go(folder.path)}>
                  <Folder size={16} aria-hidden />
                  <span className="grow truncate">{folder.name}</span>
                  {folder.images > 0 && (
                    <span className="faint num">{t.create.pickerImages(format.count(folder.images))}</span>
                  )}
                </button>
              </li>
            ))}
            {folders.data.folders.length === 0 && (
              <li>
                <p className="note">{t.create.pickerEmpty}</p>
              </li>
            )}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
