import { useMemo } from 'react';
import { useLanguage, type Language } from './index';

/** Numbers, sizes and times as a person of that language writes them. */
export function formatter(language: Language) {
  const number = new Intl.NumberFormat(language);
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  return {
    count: (value: number) => number.format(value),
    compact: (value: number) => compact.format(value),
    percent: (value: number) => percent.format(value),
    /** A part of a whole, 0 to 1, with one digit after the point. */
    share: (value: number) => share.format(value),
    date: (iso: string) => date.format(new Date(iso)),
    bytes: (value: number) => bytes(value, number),
    ago: (iso: string, now = Date.now()) => ago(now - Date.parse(iso), relative),
    /** Seconds as a short duration: "40 s", "3 min", "1 h 20 min". */
    duration: (seconds: number) => duration(seconds, language),
  };
}

export function useFormat() {
  const [language] = useLanguage();
  return useMemo(() => formatter(language), [language]);
}

function bytes(value: number, number: Intl.NumberFormat): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let step = 0;
  let size = value;
  while (size >= 1000 && step < units.length - 1) {
    size /= 1000;
    step += 1;
  }
  return `${number.format(size >= 100 || step === 0 ? Math.round(size) : Math.round(size * 10) / 10)} ${units[step]}`;
}

function ago(ms: number, relative: Intl.RelativeTimeFormat): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 45) return relative.format(0, 'second');
  if (seconds < 3600) return relative.format(-Math.round(seconds / 60), 'minute');
  if (seconds < 86_400) return relative.format(-Math.round(seconds / 3600), 'hour');
  return relative.format(-Math.round(seconds / 86_400), 'day');
}

function duration(seconds: number, language: Language): string {
  const [s, min, h] = language === 'ja' ? ['秒', '分', '時間'] : [' s', ' min', ' h'];
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}${s}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${min}`;
  return `${Math.floor(minutes / 60)}${h} ${minutes % 60}${min}`;
}
