import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { argument } from '../../screens/form/testing';
import RowsInput from './Input';

afterEach(cleanup);

const field = argument('others', { type: 'Rows', rows: [argument('code', { label: { __typename: 'Label', en: 'Code', zh: '代码' } })] as never });

function shown(value: unknown) {
  const onChange = vi.fn();
  render(
    <MantineProvider>
      <RowsInput field={field} value={value} label="Others" onChange={onChange} />
    </MantineProvider>,
  );
  return onChange;
}

describe('a list of one column', () => {
  it('says what was filled in, and nothing of rows that are empty still', async () => {
    const onChange = shown(null);
    await userEvent.click(screen.getByRole('button'));
    expect(onChange).toHaveBeenLastCalledWith(null);
    await userEvent.type(await screen.findByRole('textbox'), 'A');
    expect(onChange).toHaveBeenLastCalledWith([{ code: 'A' }]);
  });

  it('goes on from what stands there, and takes rows away', async () => {
    const onChange = shown([{ code: 'A' }, { code: 'B' }]);
    expect(await screen.findAllByRole('textbox')).toHaveLength(2);
    const [first] = screen.getAllByRole('button', { name: /1/ });
    await userEvent.click(first!);
    expect(onChange).toHaveBeenLastCalledWith([{ code: 'B' }]);
  });
});
