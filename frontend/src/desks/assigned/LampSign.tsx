import { useStateWords } from '../parts/useFieldWords';
import classes from './assigned.module.css';

/** A lamp by its shape, its word and its colour, so that no one of them is needed to tell it. */
const SHAPES = { GREEN: '●', YELLOW: '▲', RED: '■' } as const;

export type Lamp = keyof typeof SHAPES;

export function LampSign({ lamp }: { readonly lamp: Lamp }) {
  const words = useStateWords('AssignedTask', 'lamp');
  return (
    <span className={`${classes.lamp ?? ''} ${classes[lamp] ?? ''}`}>
      <span aria-hidden="true">{SHAPES[lamp]}</span>
      {words(lamp)}
    </span>
  );
}
