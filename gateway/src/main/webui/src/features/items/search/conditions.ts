/**
 * The search text as a row of conditions. Only the commas matter here: what a condition means is the server's business,
 * so the page never disagrees with it.
 */
export function splitConditions(search: string): string[] {
  const balanced = isBalanced(search);
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let depth = 0;
  let escaped = false;
  for (const char of search) {
    // A quote counts where a name can start; elsewhere it is a letter of a tag.
    if (char === '"' && !escaped && (quoted || /(^|[|(-])\s*$/.test(part))) quoted = !quoted;
    else if (!quoted && char === '(') depth += 1;
    else if (!quoted && char === ')') depth -= 1;
    // An emoticon like ":(" leaves its bracket open: then brackets hold nothing together.
    if (char === ',' && !quoted && (depth <= 0 || !balanced)) {
      parts.push(part);
      part = '';
    } else part += char;
    escaped = char === '\\' && !escaped;
  }
  parts.push(part);
  return parts.map((text) => text.trim()).filter(Boolean);
}

export function joinConditions(conditions: readonly string[]): string {
  return conditions
    .map((text) => text.trim())
    .filter(Boolean)
    .join(', ');
}

/** A tag as a condition: in quotes where the search language would read something else into it. */
export function conditionFor(tag: string): string {
  return /[,"|*?\\]|^[-(]|^[a-z_]+:/.test(tag) ? `"${tag.replace(/[\\"]/g, '\\$&')}"` : tag;
}

/** `x` ↔ `-x`; alternatives are put in brackets first. */
export function negated(condition: string): string {
  const text = condition.trim();
  if (text.startsWith('-')) {
    const inside = text.slice(1).trim();
    return /^\([^()]*\|[^()]*\)$/.test(inside) ? inside.slice(1, -1).trim() : inside;
  }
  return text.includes('|') ? `-(${text})` : `-${text}`;
}

/** The tag that is being typed at the end of a condition, or '' when no tag is expected there (`width:>…`). */
export function tagInProgress(condition: string): string {
  const last = lastAlternative(condition);
  return /^(width|height|tags|group|name|size|source|caption|type|ratio):/i.test(last) ? '' : last;
}

/** The condition with the tag in progress replaced by a chosen one. */
export function completeWith(condition: string, tag: string): string {
  const last = lastAlternative(condition);
  return condition.slice(0, condition.length - last.length) + conditionFor(tag);
}

function lastAlternative(condition: string): string {
  return /[^|]*$/.exec(condition)?.[0].replace(/^\s*-?\s*\(?\s*/, '') ?? '';
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
