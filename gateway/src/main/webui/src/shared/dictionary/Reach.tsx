import { useText } from '@/shared/i18n';
import { Notice, Progress } from '@/shared/ui/States';
import { Impact } from './Impact';
import type { usePreview } from './useOperations';

/** What a previewed operation touches, as far as it is known yet, or why it cannot be done. */
export function Reach({ preview, apply }: { preview: ReturnType<typeof usePreview>; apply: boolean }) {
  const t = useText();
  if (preview.isFetching) return <Progress label={t.operations.looking} done={0} total={null} />;
  if (preview.isError) return <Notice tone="bad">{preview.error.message}</Notice>;
  return preview.data ? <Impact impact={preview.data.impact} apply={apply} /> : null;
}
