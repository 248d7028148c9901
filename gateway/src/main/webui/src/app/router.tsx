import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { NotFoundPage } from './NotFoundPage';
import { RouteError } from './RouteError';
import { Shell } from './shell/Shell';
import { NotYetPage, type NotYetName } from './NotYetPage';

/** Every address of the page. Each working page is its own script, loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <div aria-hidden="true" />,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { index: true, element: <Navigate to="/dataset" replace /> },
          {
            path: 'dataset',
            lazy: async () => ({ Component: (await import('@/features/datasets/DatasetsPage')).DatasetsPage }),
          },
          {
            path: 'dataset/new',
            lazy: async () => ({ Component: (await import('@/features/datasets/NewDatasetPage')).NewDatasetPage }),
          },
          {
            path: 'dataset/tags',
            lazy: async () => ({ Component: (await import('@/features/groups/GroupsPage')).GroupsPage }),
          },
          {
            path: 'dataset/tags/dictionary',
            lazy: async () => ({ Component: (await import('@/features/dictionary/DictionaryPage')).DictionaryPage }),
          },
          {
            path: 'dataset/tags/aliases',
            lazy: async () => ({ Component: (await import('@/features/aliases/AliasesPage')).AliasesPage }),
          },
          {
            path: 'dataset/tags/implications',
            lazy: async () => ({ Component: (await import('@/features/aliases/ImplicationsPage')).ImplicationsPage }),
          },
          {
            path: 'dataset/tags/stats',
            lazy: async () => ({ Component: (await import('@/features/stats/StatsPage')).StatsPage }),
          },
          {
            path: 'dataset/tags/operations',
            lazy: async () => ({ Component: (await import('@/features/operations/OperationsPage')).OperationsPage }),
          },
          {
            path: 'dataset/tags/review',
            lazy: async () => ({ Component: (await import('@/features/review/ReviewPage')).ReviewPage }),
          },
          {
            path: 'dataset/tags/vocabularies',
            lazy: async () => ({
              Component: (await import('@/features/vocabularies/VocabulariesPage')).VocabulariesPage,
            }),
          },
          {
            path: 'dataset/:id',
            lazy: async () => ({ Component: (await import('@/features/items/DatasetPage')).DatasetPage }),
          },
          {
            path: 'dataset/:id/history',
            lazy: async () => ({ Component: (await import('@/features/items/HistoryPage')).HistoryPage }),
          },
          {
            path: 'dataset/:id/problems',
            lazy: async () => ({ Component: (await import('@/features/items/ProblemsPage')).ProblemsPage }),
          },
          { path: 'tagger', element: <Navigate to="/tagger/models" replace /> },
          {
            path: 'tagger/models',
            lazy: async () => ({ Component: (await import('@/features/tagger/ModelsPage')).ModelsPage }),
          },
          {
            path: 'training',
            lazy: async () => ({ Component: (await import('@/features/training/RunsPage')).RunsPage }),
          },
          {
            path: 'system',
            lazy: async () => ({ Component: (await import('@/features/system/SystemPage')).SystemPage }),
          },
          notYet('dataset/:id/quick-tag', 'quickTag'),
          notYet('dataset/:id/conflicts', 'conflicts'),
          notYet('dataset/:id/duplicates', 'duplicates'),
          notYet('dataset/:id/versions', 'versions'),
          notYet('dataset/tags/sources', 'sources'),
          notYet('tagger/jobs', 'taggerJobs'),
          notYet('tagger/review', 'review'),
          notYet('training/new', 'newRun'),
          notYet('training/runs/:id', 'run'),
          notYet('training/compare', 'compare'),
          notYet('training/learned', 'learned'),
          notYet('training/log', 'log'),
          notYet('text', 'text'),
          notYet('vectors', 'vectors'),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

function notYet(path: string, name: NotYetName): RouteObject {
  return { path, element: <NotYetPage name={name} /> };
}

export const createRouter = () => createBrowserRouter(routes);
