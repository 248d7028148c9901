import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

interface ThumbnailProps {
  src: string;
  alt: string;
}

/** A picture that is loaded when it comes near the view; scrolling it away before it came stops the load. */
export function Thumbnail({ src, alt }: ThumbnailProps) {
  const ref = useRef<HTMLImageElement>(null);
  const [state, setState] = useState<{ src: string; failed: boolean; loaded: boolean }>({
    src,
    failed: false,
    loaded: false,
  });
  const current = state.src === src ? state : { src, failed: false, loaded: false };
  useEffect(() => {
    const image = ref.current;
    return () => {
      // Removing an <img> does not stop its download; taking its address away does.
      if (image && !image.complete) image.removeAttribute('src');
    };
  }, [src]);
  if (current.failed) {
    return (
      <span className="thumb-failed" role="img" aria-label={alt}>
        <ImageOff size={18} aria-hidden />
      </span>
    );
  }
  return (
    <img
      ref={ref}
      src={src}
      alt={alt}
      decoding="async"
      draggable={false}
      className={current.loaded ? 'thumb loaded' : 'thumb'}
      onLoad={() => setState({ src, failed: false, loaded: true })}
      onError={() => setState({ src, failed: true, loaded: false })}
    />
  );
}
