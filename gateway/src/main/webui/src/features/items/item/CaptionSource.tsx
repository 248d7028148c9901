import type { Caption } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';

export function CaptionSource({ caption }: { caption: Caption }) {
  const t = useText();
  const format = useFormat();
  const source = t.item.sources[caption.source as keyof typeof t.item.sources] ?? caption.source;
  return (
    <p className="faint caption-source">
      {source}
      {caption.source_field && <> · {caption.source_field}</>}
      {caption.path && (
        <>
          {' '}
          · <code>{caption.path}</code>
        </>
      )}{' '}
      · {format.ago(caption.updated_at)}
    </p>
  );
}
