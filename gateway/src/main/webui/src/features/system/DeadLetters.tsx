import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { client, unwrap } from '@/shared/api/client';
import { keys } from '@/shared/api/keys';
import { useText } from '@/shared/i18n';
import { useFormat } from '@/shared/i18n/format';
import { useDeadLetters, type ServiceDeadLetter } from '@/shared/jobs/jobs';
import { toast } from '@/shared/store/messages';
import { Button, IconButton } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/Dialog';
import { Notice } from '@/shared/ui/States';

/** Events that were given up on, with their reason; each can be tried again. */
export function DeadLetters() {
  const t = useText();
  const format = useFormat();
  const dead = useDeadLetters();
  const queries = useQueryClient();
  const [discarding, setDiscarding] = useState<ServiceDeadLetter | null>(null);
  const act = useMutation({
    mutationFn: ({ letter, action }: { letter: ServiceDeadLetter; action: 'retry' | 'discard' }) => {
      const params = { path: { service: letter.service, id: letter.id } };
      return action === 'retry'
        ? unwrap(client.POST('/api/services/{service}/dead-letters/{id}/retry', { params }))
        : unwrap(client.DELETE('/api/services/{service}/dead-letters/{id}', { params }));
    },
    onSuccess: (_, { action }) => action === 'retry' && toast('good', t.system.retried),
    onError: (error) => toast('bad', t.common.failed, error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.deadLetters() }),
  });
  const letters = dead.data?.letters ?? [];
  const away = dead.data?.away ?? [];
  return (
    <section className="stack" id="dead-letters" aria-label={t.system.deadLetters}>
      <h2>{t.system.deadLetters}</h2>
      {away.length > 0 && (
        <Notice tone="warn">{t.system.awayServices(away.map((name) => t.jobs.services[name]).join(', '))}</Notice>
      )}
      {dead.data && letters.length === 0 && away.length === 0 && (
        <Notice tone="good" icon={<CircleCheck size={15} aria-hidden />}>
          {t.system.deadEmpty}
        </Notice>
      )}
      {letters.length > 0 && (
        <>
          <p className="soft">{t.system.deadHint}</p>
          <div className="card">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.system.event}</th>
                  <th scope="col">{t.system.reason}</th>
                  <th scope="col" className="right">
                    {t.system.attempts}
                  </th>
                  <th scope="col">{t.system.since}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t.datasets.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {letters.map((letter) => (
                  <tr key={`${letter.service} ${letter.id}`}>
                    <td>
                      <strong>{letter.type}</strong>
                      <div className="faint">
                        {t.jobs.services[letter.service]} · {letter.stream}
                      </div>
                    </td>
                    <td className="dead-reason">{letter.reason}</td>
                    <td className="right num">{format.count(letter.attempts)}</td>
                    <td>{format.ago(letter.dead_at)}</td>
                    <td>
                      <div className="row">
                        <Button
                          small
                          icon={<RotateCw size={13} />}
                          disabled={act.isPending}
                          onClick={() => act.mutate({ letter, action: 'retry' })}
                        >
                          {t.system.retryOne}
                        </Button>
                        <IconButton
                          small
                          label={t.system.discard}
                          icon={<Trash2 size={13} />}
                          onClick={() => setDiscarding(letter)}
                        />
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {discarding && (
        <ConfirmDialog
          danger
          title={t.system.discardTitle}
          confirm={t.system.discard}
          busy={act.isPending}
          onClose={() => setDiscarding(null)}
          onConfirm={() =>
            act.mutate({ letter: discarding, action: 'discard' }, { onSettled: () => setDiscarding(null) })
          }
        >
          <p>{t.system.discardText}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
