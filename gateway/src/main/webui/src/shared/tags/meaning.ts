import { client, unwrap } from '@/shared/api/client';

/** Longer nobody waits for the dictionary: what was typed is taken as it is then. */
const PATIENCE_MS = 1500;

/** What a typed name comes to. */
export interface Meaning {
  typed: string;
  /** The tag that it is, or that it is another name of. */
  tag: string;
  /** The tags that it may mean when it is another name of several; otherwise empty. */
  candidates: readonly string[];
}

/**
 * What typed names mean, in their order: a tag of that very name is itself, another name of one tag (or a deprecated one
 * with something to write instead) is that tag, and whatever the dictionary does not know is itself. Never fails.
 */
export async function meaningsOf(names: readonly string[]): Promise<Meaning[]> {
  const found = await resolved(names);
  return names.map((typed, at) => {
    const result = found[at];
    const other = result?.status === 'alias' || result?.status === 'deprecated';
    return {
      typed,
      tag: other && result.tag ? result.tag : typed,
      candidates: result?.status === 'ambiguous' ? result.candidates : [],
    };
  });
}

async function resolved(names: readonly string[]) {
  try {
    const answer = await unwrap(
      client.POST('/api/tag-dictionary/resolve', {
        body: { names: [...names] },
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    );
    return answer.results;
  } catch {
    // Writing a caption does not depend on the dictionary.
    return [];
  }
}
