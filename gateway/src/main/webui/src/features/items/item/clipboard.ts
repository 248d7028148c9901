import { showTag } from '@/shared/tags/categories';

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
