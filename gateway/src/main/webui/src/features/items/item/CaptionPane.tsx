import { useState } from 'react';
import type { CaptionType, DatasetId, ItemDetail } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { persisted, usePersisted } from '@/shared/store/persisted';
import { Select } from '@/shared/ui/Field';
import { AllCaptions } from './AllCaptions';
import { TagsTab } from './TagsTab';
import { TextTab } from './TextTab';
import type { SaveStatus } from './tagSaver';
import type { ItemHistory } from './useItemHistory';

export const TABS = ['tags', 'natural_language', 'social_media', 'instruction', 'description', 'all'] as const;
export type Tab = (typeof TABS)[number];

/** Walking from image to image stays on the same kind of caption. */
const chosenTab = persisted<Tab>('fuda.item.tab', 'tags');

interface CaptionPaneProps {
  dataset: DatasetId;
  item: ItemDetail;
  counts: ReadonlyMap<string, number>;
  history: ItemHistory;
  onStatus: (status: SaveStatus) => void;
  onSearchTag: (tag: string) => void;
}

/** The middle panel: one tab per kind of caption, and all of them together. */
export function CaptionPane({ dataset, item, counts, history, onStatus, onSearchTag }: CaptionPaneProps) {
  const t = useText();
  const format = useFormat();
  const [wanted, setTab] = usePersisted(chosenTab);
  const tabs = TABS.filter(
    (name) => name !== 'instruction' || item.item_type !== 'single' || captionsOf(item, 'instruction').length > 0,
  );
  const tab = tabs.find((name) => name === wanted) ?? 'tags';
  const subtypes = tab === 'all' ? [] : subtypesOf(item, tab);
  const [chosen, setChosen] = useState<string | null>(null);
  const subtype = subtypes.find((name) => name === chosen) ?? subtypes[0] ?? 'main';
  return (
    <section className="pane caption-pane" aria-label={t.item.captionTabs}>
      <div className="tabs" role="tablist" aria-label={t.item.captionTabs}>
        {tabs.map((name) => {
          const count =
            name === 'all' ? item.captions.length : name === 'tags' ? item.tag_count : captionsOf(item, name).length;
          return (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={tab === name}
              aria-controls="caption-panel"
              onClick={() => setTab(name)}
            >
              {t.item.tabs[name]}
              {count > 0 && <span className="num tab-count">{format.count(count)}</span>}
            </button>
          );
        })}
      </div>
      <div role="tabpanel" id="caption-panel" aria-labelledby={`tab-${tab}`} className="tab-panel">
        {tab !== 'all' && (
          <div className="row subtype-row">
            <Select
              aria-label={t.item.subtype}
              value={subtype}
              options={subtypes.map((value) => ({ value, label: value }))}
              onChange={setChosen}
            />
            <span className="grow" />
            {tab === 'tags' && (
              <span className="faint num">{t.item.tagCount(format.count((item.tags[subtype] ?? []).length))}</span>
            )}
          </div>
        )}
        {tab === 'tags' ? (
          <TagsTab
            key={subtype}
            dataset={dataset}
            item={item}
            subtype={subtype}
            counts={counts}
            history={history}
            onStatus={onStatus}
            onSearchTag={onSearchTag}
          />
        ) : tab === 'all' ? (
          <AllCaptions
            item={item}
            onOpen={(type, name) => {
              setTab(type);
              setChosen(name);
            }}
          />
        ) : (
          <TextTab
            key={`${tab}/${subtype}`}
            dataset={dataset}
            item={item}
            type={tab}
            subtype={subtype}
            onStatus={onStatus}
          />
        )}
      </div>
    </section>
  );
}

function captionsOf(item: ItemDetail, type: CaptionType) {
  return item.captions.filter((caption) => caption.caption_type === type);
}

/** The subtypes that an item has for a kind of caption; "main" is always there to be written. */
function subtypesOf(item: ItemDetail, type: CaptionType): string[] {
  const own = captionsOf(item, type).map((caption) => caption.caption_subtype);
  const fromTags = type === 'tags' ? Object.keys(item.tags) : [];
  const all = [...new Set([...own, ...fromTags])];
  return all.length === 0
    ? ['main']
    : all.sort((a, b) => Number(b === 'main') - Number(a === 'main') || a.localeCompare(b));
}
