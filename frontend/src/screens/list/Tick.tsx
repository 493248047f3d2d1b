import { type MouseEvent, useEffect, useRef } from 'react';
import classes from './list.module.css';

interface Props {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isPartly?: boolean;
  readonly onClick: (event: MouseEvent<HTMLInputElement>) => void;
  readonly isTabStop?: boolean;
}

/** A bare checkbox: there are many at a time, and they scroll. */
export function Tick({ label, isChecked, isPartly = false, onClick, isTabStop = false }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <label className={classes.tick}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        tabIndex={isTabStop ? 0 : -1}
        readOnly
        onClick={onClick}
      />
    </label>
  );
}
