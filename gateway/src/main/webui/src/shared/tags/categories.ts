import {
  BookOpen,
  Ban,
  Brush,
  CircleDashed,
  Copyright,
  Cpu,
  Info,
  PawPrint,
  Shield,
  Star,
  Tag,
  User,
  type LucideIcon,
} from 'lucide-react';
import './tags.css';

/** The categories of a tag, in the order in which lists show them. */
export const CATEGORIES = [
  'general',
  'character',
  'copyright',
  'artist',
  'quality',
  'rating',
  'meta',
  'model',
  'species',
  'lore',
  'invalid',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** Never colour alone: every category has its sign. */
export const categoryIcons: Record<Category | 'unknown', LucideIcon> = {
  general: Tag,
  character: User,
  copyright: Copyright,
  artist: Brush,
  quality: Star,
  rating: Shield,
  meta: Info,
  model: Cpu,
  species: PawPrint,
  lore: BookOpen,
  invalid: Ban,
  unknown: CircleDashed,
};

export function categoryOf(name: string | null | undefined): Category | 'unknown' {
  const lower = name?.toLowerCase();
  return CATEGORIES.find((category) => category === lower) ?? 'unknown';
}

/** The class that sets --cat, the category's colour. */
export const categoryClass = (name: string | null | undefined) => `cat cat-${categoryOf(name)}`;

/** A tag as people read it: spaces for underscores, but emoticons like ^_^ and >_< stay as they are. */
export function showTag(tag: string): string {
  return /[\p{L}\p{N}]{2}/u.test(tag) ? tag.replaceAll('_', ' ') : tag;
}

/** Tags from typed or pasted text: separated by commas or lines, as caption files write them; each once. */
export function splitTags(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n、]/)
        .map(canonicalTag)
        .filter(Boolean),
    ),
  ];
}

/** What a person typed, as a canonical name: lower case, underscores. The server has the last word. */
export function canonicalTag(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, '_');
}
