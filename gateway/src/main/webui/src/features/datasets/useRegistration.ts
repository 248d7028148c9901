import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useDebounced } from '@/shared/tags/useSuggestions';
import { emptyForm, folderName, toRequest, type RegistrationForm } from './registration';

/** The state of the "new dataset" form: what is typed, what a scan would find, and the registration itself. */
export function useRegistration() {
  const queries = useQueryClient();
  const [form, setForm] = useState<RegistrationForm>(emptyForm);
  const [named, setNamed] = useState(false);
  const settled = useDebounced(form, 350);
  const request = toRequest(settled);

  const preview = useQuery({
    queryKey: ['preview', { ...request, name: '' }],
    queryFn: ({ signal }) =>
      unwrap(client.POST('/api/datasets/preview', { body: { ...request, name: request.name || 'preview' }, signal })),
    enabled: request.path !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const register = useMutation({
    mutationFn: () => unwrap(client.POST('/api/datasets', { body: toRequest(form) })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.datasets() }),
        queries.invalidateQueries({ queryKey: keys.jobs() }),
      ]),
  });

  const change = (part: Partial<RegistrationForm>) => {
    if (part.name !== undefined) setNamed(true);
    setForm((before) => {
      const next = { ...before, ...part };
      // The folder gives the name until somebody types one.
      if (part.path !== undefined && !named) next.name = folderName(part.path);
      return next;
    });
  };
  return { form, change, preview, hasPath: request.path !== '', register };
}
