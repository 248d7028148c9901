import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/shared/styles/tokens.css', 'utf8');

type Rgb = readonly [number, number, number];

function tokens(theme: string): Map<string, Rgb> {
  const block = new RegExp(`data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)].map(([, name, hex]) => [
      name ?? '',
      [0, 2, 4].map((at) => parseInt((hex ?? '').slice(at, at + 2), 16)) as unknown as Rgb,
    ]),
  );
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => {
    const c = value / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((value, i) => value * share + (b[i] ?? 0) * (1 - share)) as unknown as Rgb;

describe.each(['dark', 'light'])('%s theme', (theme) => {
  const colours = tokens(theme);
  const colour = (name: string): Rgb => {
    const found = colours.get(name);
    if (!found) throw new Error(`no colour --${name}`);
    return found;
  };
  const categories = [...colours.keys()].filter((name) => name.startsWith('cat-'));
  const grounds = ['bg', 'panel', 'raised', 'hover'];

  it.each(categories)('--%s is readable on every ground and on its own chip', (name) => {
    for (const ground of grounds) expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(name), mix(colour(name), colour('panel'), 0.1))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ...['text', 'text-soft', 'text-faint'].flatMap((text) => grounds.map((ground) => [text, ground])),
    ['accent', 'accent-soft'],
    ['accent', 'panel'],
    ['accent', 'bg'],
    ['good', 'good-soft'],
    ['warn', 'warn-soft'],
    ['bad', 'bad-soft'],
    ['bad', 'panel'],
    ['on-accent', 'accent-fill'],
    ['on-accent', 'bad-fill'],
  ])('--%s on --%s has a contrast of at least 4.5', (text, ground) => {
    expect(contrast(colour(text ?? ''), colour(ground ?? ''))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['panel', 'bg'])('a field’s border is visible on --%s', (ground) => {
    expect(contrast(colour('line-strong'), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('house rules', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file}`)
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    .filter((file) => !/tokens\.(css|test\.ts)$|schema\.d\.ts$/.test(file));

  it('writes colours in tokens.css only', () => {
    const inline = files
      .filter((file) => !file.includes('.test.'))
      .filter((file) => /#[0-9a-f]{6}\b|\brgba?\(|\bhsla?\(/i.test(readFileSync(file, 'utf8')));
    expect(inline).toEqual([]);
  });

  it('uses only variables that exist', () => {
    const known = new Set([...css.matchAll(/--([\w-]+):/g)].map((match) => match[1]).concat('cat'));
    const unknown = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/var\(--([\w-]+)/g)]
        .map((match) => match[1])
        .filter((name) => !known.has(name)),
    );
    expect(unknown).toEqual([]);
  });
});
