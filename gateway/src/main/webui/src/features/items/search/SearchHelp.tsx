import { useText } from '@/shared/i18n';

export function SearchHelp({ onTry }: { onTry: (query: string) => void }) {
  const t = useText();
  return (
    <ul className="search-help" aria-label={t.search.helpTitle}>
      {t.search.help.map(({ label, hint }) => (
        <li key={label}>
          <button type="button" onClick={() => onTry(label)}>
            <code>{label}</code>
            <span className="soft">{hint}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
