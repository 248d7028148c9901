import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { cellsInBox, type Box, type Row } from './layout';

const THRESHOLD_PX = 6;

interface LassoInput {
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  gap: number;
  onStart: () => void;
  /** The items in the box as it is drawn now. */
  onCells: (indexes: number[]) => void;
}

/** Selecting by dragging a box over the pictures. A drag is not a click: the click that ends it opens nothing. */
export function useLasso({ scroller, rows, gap, onStart, onCells }: LassoInput) {
  const [box, setBox] = useState<Box | null>(null);
  const latest = useRef({ rows, gap, onStart, onCells });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = { rows, gap, onStart, onCells };
  });
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = (event: PointerEvent) => {
    const element = scroller.current;
    if (!element || event.button !== 0 || event.pointerType !== 'mouse') return;
    // The scroll bar is part of the element, but not of its content.
    if (event.nativeEvent.offsetX > element.clientWidth && event.target === element) return;
    const inner = element.firstElementChild;
    if (!inner) return;
    const place = (at: { clientX: number; clientY: number }) => {
      const origin = inner.getBoundingClientRect();
      return { x: at.clientX - origin.left, y: at.clientY - origin.top };
    };
    const from = place(event);
    let dragging = false;
    const move = (next: globalThis.PointerEvent) => {
      const to = place(next);
      if (!dragging && Math.hypot(to.x - from.x, to.y - from.y) < THRESHOLD_PX) return;
      if (!dragging) latest.current.onStart();
      dragging = true;
      const drawn = {
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      };
      setBox(drawn);
      latest.current.onCells(cellsInBox(latest.current.rows, latest.current.gap, drawn));
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      stop.current = null;
      setBox(null);
      if (!dragging) return;
      const swallow = (click: MouseEvent) => click.stopPropagation();
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    stop.current = end;
  };
  return { box, onPointerDown };
}
