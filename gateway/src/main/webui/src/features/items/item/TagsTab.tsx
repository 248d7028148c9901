import { ArrowDownAZ, ClipboardPaste, Copy, Eraser, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DatasetId, ItemDetail } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import { toast } from '@/shared/store/messages';
import { showTag, splitTags } from '@/shared/tags/categories';
import { TagInput } from '@/shared/tags/TagInput';
import { Button, IconButton } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/States';
import { ConflictNotice } from './ConflictNotice';
import { TagList } from './TagList';
import { copyTags, readClipboard } from './clipboard';
import type { SaveStatus } from './tagSaver';
import type { ItemHistory } from './useItemHistory';
import { useTagEditor } from './useTagEditor';

interface TagsTabProps {
  dataset: DatasetId;
  item: ItemDetail;
  subtype: string;
  counts: ReadonlyMap<string, number>;
  history: ItemHistory;
  onStatus: (status: SaveStatus) => void;
  onSearchTag: (tag: string) => void;
}

export function TagsTab({ dataset, item, subtype, counts, history, onStatus, onSearchTag }: TagsTabProps) {
  const t = useText();
  const format = useFormat();
  const editor = useTagEditor(dataset, item, subtype);
  const addField = useRef<HTMLInputElement>(null);
  const { status } = editor;
  useEffect(() => onStatus(status), [status, onStatus]);

  const copy = async () => {
    await copyTags(editor.tags.map((tag) => tag.tag));
    toast('good', t.item.copied(format.count(editor.tags.length)));
  };
  const paste = async () => {
    const text = await readClipboard();
    const tags = text === null ? [] : splitTags(text);
    if (text === null) toast('bad', t.item.pasteDenied);
    else if (tags.length === 0) toast('info', t.item.pasteNothing);
    else editor.addAll(tags);
  };
  const add = (tag: string): boolean => {
    history.forgetRedo();
    const added = editor.add(tag);
    if (!added) toast('info', t.item.already(showTag(tag)));
    return added;
  };
  const addAll = (tags: readonly string[]) => {
    history.forgetRedo();
    editor.addAll(tags);
  };
  const keep = (typed: string, instead: string | null) => {
    history.forgetRedo();
    if (instead === null) editor.add(typed);
    else editor.replace(instead, typed);
  };
  useShortcuts({
    itemAddTag: () => addField.current?.focus(),
    itemCopy: () => void copy(),
    itemPaste: () => void paste(),
    itemSort: editor.sort,
    itemRedo: history.redo,
    undo: () => history.undo(editor.settled()),
  });

  return (
    <div className="tags-tab">
      {editor.status === 'conflict' && editor.theirs && (
        <ConflictNotice
          theirs={editor.theirs.tags}
          mine={editor.tags.map((tag) => tag.tag)}
          onResolve={editor.resolve}
        />
      )}
      {editor.status === 'unsaved' && (
        <Notice tone="bad">
          {editor.error?.message}{' '}
          <button type="button" className="link-button" onClick={editor.retry}>
            {t.common.retry}
          </button>
        </Notice>
      )}
      <TagInput
        inputRef={addField}
        label={t.item.addTag}
        counts={counts}
        onAdd={add}
        onAddAll={addAll}
        onKeep={keep}
        onEscape={() => addField.current?.blur()}
      />
      <div className="tags-scroll">
        <TagList editor={editor} onSearchTag={onSearchTag} />
      </div>
      <div className="row wrap tag-tools">
        <Button small variant="quiet" icon={<Copy size={13} />} onClick={() => void copy()}>
          {t.item.copy}
        </Button>
        <Button small variant="quiet" icon={<ClipboardPaste size={13} />} onClick={() => void paste()}>
          {t.item.paste}
        </Button>
        <Button
          small
          variant="quiet"
          icon={<ArrowDownAZ size={13} />}
          disabled={editor.tags.length < 2}
          onClick={editor.sort}
        >
          {t.item.sort}
        </Button>
        <Button
          small
          variant="quiet"
          icon={<Eraser size={13} />}
          disabled={editor.tags.length === 0}
          onClick={editor.clear}
        >
          {t.item.clear}
        </Button>
        <span className="grow" />
        <IconButton
          small
          label={t.item.undo}
          icon={<Undo2 size={14} />}
          disabled={!history.canUndo}
          onClick={() => history.undo(editor.settled())}
        />
        <IconButton
          small
          label={t.item.redo}
          icon={<Redo2 size={14} />}
          disabled={!history.canRedo}
          onClick={history.redo}
        />
      </div>
    </div>
  );
}
