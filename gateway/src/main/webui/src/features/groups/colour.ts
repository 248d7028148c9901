/** A first colour for a group: the page's accent as it is now, as the colour field wants it (#rrggbb). */
export function defaultGroupColour(): string {
  const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent-fill').trim();
  return /^#[0-9a-f]{6}$/i.test(accent) ? accent : `#${'8'.repeat(6)}`;
}
