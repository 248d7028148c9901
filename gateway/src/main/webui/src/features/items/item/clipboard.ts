import { canonicalTag, showTag } from '@/shared/tags/categories';

/** Tags from pasted text: separated by commas or lines, as caption files write them. */
export function parseTags(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n、]/)
        .map(canonicalTag)
        .filter(Boolean),
    ),
  ];
}

export async function copyTags(tags: readonly string[]): Promise<void> {
  await navigator.clipboard.writeText(tags.map(showTag).join(', '));
}

/** The text in the clipboard, or null when the browser does not let the page read it. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}
