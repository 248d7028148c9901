import { captionTypeOf, type CaptionType, type ItemDetail } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/Button';
import { CaptionSource } from './CaptionSource';

/** Every caption of the item; each opens in its own tab to be edited. */
export function AllCaptions({
  item,
  onOpen,
}: {
  item: ItemDetail;
  onOpen: (type: CaptionType, subtype: string) => void;
}) {
  const t = useText();
  if (item.captions.length === 0) return <p className="soft">{t.item.noCaptions}</p>;
  return (
    <ul className="all-captions">
      {item.captions.map((caption) => (
        <li key={`${caption.caption_type}/${caption.caption_subtype}`}>
          <div className="row">
            <strong>{t.item.tabs[captionTypeOf(caption.caption_type)]}</strong>
            <span className="badge">{caption.caption_subtype}</span>
            <span className="grow" />
            <Button
              small
              variant="quiet"
              onClick={() => onOpen(captionTypeOf(caption.caption_type), caption.caption_subtype)}
            >
              {t.common.edit}
            </Button>
          </div>
          <p className="caption-text">{caption.content}</p>
          <CaptionSource caption={caption} />
        </li>
      ))}
    </ul>
  );
}
