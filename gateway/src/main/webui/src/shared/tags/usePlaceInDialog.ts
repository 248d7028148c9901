import { useLayoutEffect, useRef, type RefObject } from 'react';

const GAP = 4;

/**
 * Lays a popup over a dialog, below its field, or above where there is more room: in the flow it would move the buttons
 * under the pointer when it closes, and the dialog's scrolling part would cut it off. Elsewhere it does nothing.
 *
 * @returns what the popup takes as its ref
 */
export function usePlaceInDialog(): RefObject<HTMLDivElement | null> {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = popup.current;
    const field = element?.parentElement;
    if (!element || !field || !element.closest('dialog')) return;
    const place = () => {
      const around = field.getBoundingClientRect();
      const height = element.offsetHeight + GAP;
      const below = window.innerHeight - around.bottom;
      const above = height > below && around.top > below;
      element.style.top = `${above ? around.top - height : around.bottom + GAP}px`;
      element.style.left = `${around.left}px`;
      element.style.width = `${around.width}px`;
    };
    place();
    window.addEventListener('resize', place);
    document.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      document.removeEventListener('scroll', place, true);
    };
  });
  return popup;
}
