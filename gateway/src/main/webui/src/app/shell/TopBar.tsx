import { Activity, CircleHelp, Languages, Moon, Search, Sun, TriangleAlert, WifiOff } from 'lucide-react';
import { Link } from 'react-router';
import { useLanguage, useText } from '@/shared/i18n';
import { isActive, useDeadLetters, useJobs } from '@/shared/jobs/jobs';
import { showKey } from '@/shared/keys/bindings';
import { useLiveState } from '@/shared/live/useLive';
import { useTheme } from '@/shared/theme/theme';
import { IconButton } from '@/shared/ui/Button';

interface TopBarProps {
  jobsOpen: boolean;
  onJobs: () => void;
  onPalette: () => void;
  onHelp: () => void;
  onTheme: () => void;
}

export function TopBar({ jobsOpen, onJobs, onPalette, onHelp, onTheme }: TopBarProps) {
  const t = useText();
  const [language, setLanguage] = useLanguage();
  const [theme] = useTheme();
  const running = useJobs().data?.jobs.filter(isActive).length ?? 0;
  const dead = useDeadLetters().data?.letters.length ?? 0;
  const away = useLiveState() === 'away';
  return (
    <header className="topbar">
      <Link to="/dataset" className="brand" aria-label="Fuda">
        <span className="seal" aria-hidden="true">
          札
        </span>
        <span>Fuda</span>
      </Link>
      <button type="button" className="search-all" onClick={onPalette} aria-keyshortcuts="/ Control+K Meta+K">
        <Search size={15} aria-hidden />
        <span className="grow">{t.top.search}</span>
        <kbd className="kbd">/</kbd>
        <kbd className="kbd">{showKey('mod+k')}</kbd>
      </button>
      <div className="topbar-end">
        {away && (
          <span className="badge warn" role="status" title={t.top.away}>
            <WifiOff size={13} aria-hidden />
            <span className="visually-hidden">{t.top.away}</span>
          </span>
        )}
        <button
          type="button"
          className="button quiet"
          aria-expanded={jobsOpen}
          onClick={onJobs}
          title={t.top.jobs(running)}
        >
          <Activity size={16} aria-hidden />
          <span className="wide-only">{t.jobs.title}</span>
          {running > 0 && (
            <span className="count-dot num" role="status" aria-label={t.top.jobs(running)}>
              {running}
            </span>
          )}
        </button>
        {dead > 0 && (
          <Link to="/system#dead-letters" className="button quiet dead" title={t.top.deadLetters(dead)}>
            <TriangleAlert size={16} aria-hidden />
            <span className="num">{dead}</span>
            <span className="visually-hidden">{t.top.deadLetters(dead)}</span>
          </Link>
        )}
        <button
          type="button"
          className="button quiet"
          title={t.top.language}
          aria-label={t.top.language}
          lang={language === 'en' ? 'ja' : 'en'}
          onClick={() => setLanguage(language === 'en' ? 'ja' : 'en')}
        >
          <Languages size={16} aria-hidden />
          <span className="wide-only" aria-hidden="true">
            {t.top.languageShort}
          </span>
        </button>
        <IconButton
          label={theme === 'light' ? t.top.toDark : t.top.toLight}
          icon={theme === 'light' ? <Moon size={16} /> : <Sun size={16} />}
          onClick={onTheme}
        />
        <IconButton label={t.top.help} icon={<CircleHelp size={16} />} onClick={onHelp} />
      </div>
    </header>
  );
}
