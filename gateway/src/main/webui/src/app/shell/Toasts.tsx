import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useText } from '@/shared/i18n';
import { dismissToast, useToasts } from '@/shared/store/messages';
import { IconButton } from '@/shared/ui/Button';

const icons = { good: CircleCheck, info: Info, bad: CircleAlert };

export function Toasts() {
  const t = useText();
  const toasts = useToasts();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, tone, text, detail }) => {
        const Icon = icons[tone];
        return (
          <div key={id} className={`toast ${tone}`}>
            <Icon size={16} aria-hidden />
            <div className="grow">
              <div>{text}</div>
              {detail && <div className="soft">{detail}</div>}
            </div>
            <IconButton small label={t.common.close} icon={<X size={14} />} onClick={() => dismissToast(id)} />
          </div>
        );
      })}
    </div>
  );
}
