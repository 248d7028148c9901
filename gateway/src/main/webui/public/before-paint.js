// Runs before the first paint so that a light-theme or Japanese page never flashes dark or English.
(() => {
  const read = (key, fallback) => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') ?? fallback;
    } catch {
      return fallback;
    }
  };
  const theme = read('fuda.theme', 'dark');
  const light = theme === 'light' || (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
  document.documentElement.lang = read('fuda.language', navigator.language.startsWith('ja') ? 'ja' : 'en');
})();
