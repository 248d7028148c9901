import { Suspense, lazy, useState } from 'react';
import { Outlet, useMatch } from 'react-router';
import { useShortcuts } from '@/shared/keys/useShortcuts';
import { useLive } from '@/shared/live/useLive';
import { useTheme, useThemeOnRoot } from '@/shared/theme/theme';
import { useText } from '@/shared/i18n';
import { useUndoBar } from '@/shared/undo/undo';
import { JobsDrawer } from './JobsDrawer';
import { Nav } from './Nav';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';
import { UndoBar } from './UndoBar';
import './shell.css';

const Palette = lazy(async () => ({ default: (await import('../palette/Palette')).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('../palette/ShortcutSheet')).ShortcutSheet }));

/** The frame around every page. */
export function Shell() {
  useLive();
  useThemeOnRoot();
  const t = useText();
  const [theme, setTheme] = useTheme();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const [jobs, setJobs] = useState(false);
  const undo = useUndoBar();
  const onDataset = useMatch('/dataset/:id');
  const toggleTheme = () => setTheme(theme === 'light' ? 'dark' : 'light');

  useShortcuts({
    palette: () => setOpen('palette'),
    search: () => setOpen('palette'),
    help: () => setOpen('help'),
    jobs: () => setJobs((shown) => !shown),
    theme: toggleTheme,
    undo: undo.undo,
  });

  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t.top.skip}
      </a>
      <TopBar
        jobsOpen={jobs}
        onJobs={() => setJobs(!jobs)}
        onPalette={() => setOpen('palette')}
        onHelp={() => setOpen('help')}
        onTheme={toggleTheme}
      />
      <Nav />
      <main id="page" tabIndex={-1} className={onDataset ? 'full' : ''}>
        <Outlet />
      </main>
      {jobs && <JobsDrawer onClose={() => setJobs(false)} />}
      <UndoBar />
      <Toasts />
      <Suspense>
        {open === 'palette' && (
          <Palette
            onClose={() => setOpen(null)}
            onHelp={() => setOpen('help')}
            onJobs={() => setJobs(true)}
            onTheme={toggleTheme}
          />
        )}
        {open === 'help' && <ShortcutSheet onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}
