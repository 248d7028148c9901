import type { ApiProblem } from '@/shared/api/problem';
import { problemOf } from '@/shared/api/problem';

export interface Saved {
  tags: readonly string[];
  version: number;
}

/** The other version in a conflict; with a hash when it stands in the caption file rather than in Fuda. */
export interface Theirs extends Saved {
  diskHash?: string;
}

export type SaveStatus = 'saved' | 'saving' | 'unsaved' | 'conflict';

export interface SaverState {
  /** What the person sees: the newest edit, saved or not. */
  tags: readonly string[];
  status: SaveStatus;
  /** On a conflict: what stands there now. */
  theirs?: Theirs;
  error?: ApiProblem;
}

interface SaverPorts {
  /** Saves a whole tag list over a known version (and, after a conflict with the caption file, over that file). */
  save: (tags: readonly string[], version: number, diskHash: string | undefined) => Promise<Saved>;
  /** What stands instead of our edit, when the problem is that something else was faster; null for other problems. */
  theirs: (problem: ApiProblem, version: number) => Theirs | null;
}

/**
 * Edits show at once and are saved one after the other: while a save is on its way, newer edits wait and only the newest
 * is sent. A stale version is never overwritten silently: both versions are kept until a person decides.
 */
export class TagSaver {
  private state: SaverState;
  private version: number;
  private waiting: readonly string[] | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    initial: Saved,
    private readonly ports: SaverPorts,
  ) {
    this.state = { tags: initial.tags, status: 'saved' };
    this.version = initial.version;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = () => this.state;

  /** Resolves when no save is on its way. */
  async settled(): Promise<void> {
    while (this.state.status === 'saving') {
      await new Promise<void>((changed) => {
        const stop = this.subscribe(() => {
          stop();
          changed();
        });
      });
    }
  }

  edit(tags: readonly string[]): void {
    if (this.state.status === 'saving') {
      this.waiting = tags;
      this.set({ tags, status: 'saving' });
    } else if (this.state.status === 'conflict') {
      this.set({ ...this.state, tags });
    } else {
      void this.send(tags);
    }
  }

  /** Takes over what the server tells (another tab, a tagger, an undo), unless an edit of ours is under way. */
  accept(saved: Saved): void {
    if (saved.version <= this.version || this.state.status !== 'saved') return;
    this.version = saved.version;
    this.set({ tags: saved.tags, status: 'saved' });
  }

  retry(): void {
    if (this.state.status === 'unsaved') void this.send(this.state.tags);
  }

  /** Ends a conflict: theirs stands, ours stands, or theirs with what only we have behind it. */
  resolve(choice: 'theirs' | 'mine' | 'both'): void {
    const { theirs, tags } = this.state;
    if (!theirs) return;
    this.version = theirs.version;
    const both = [...theirs.tags, ...tags.filter((tag) => !theirs.tags.includes(tag))];
    // What the server has needs no saving; what stands in the file does, to be read.
    if (choice === 'theirs' && theirs.diskHash === undefined) this.set({ tags: theirs.tags, status: 'saved' });
    else void this.send(choice === 'theirs' ? theirs.tags : choice === 'mine' ? tags : both, theirs.diskHash);
  }

  private async send(tags: readonly string[], diskHash?: string): Promise<void> {
    this.set({ tags, status: 'saving' });
    try {
      const saved = await this.ports.save(tags, this.version, diskHash);
      this.version = saved.version;
      const next = this.waiting;
      this.waiting = null;
      if (next) await this.send(next);
      else this.set({ tags: saved.tags, status: 'saved' });
    } catch (error) {
      const mine = this.waiting ?? tags;
      this.waiting = null;
      const problem = problemOf(error);
      const theirs = problem.status === 409 ? this.ports.theirs(problem, this.version) : null;
      this.set(theirs ? { tags: mine, status: 'conflict', theirs } : { tags: mine, status: 'unsaved', error: problem });
    }
  }

  private set(next: SaverState): void {
    this.state = next;
    this.listeners.forEach((listener) => listener());
  }
}
