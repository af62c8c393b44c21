import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../__testUtils__/render';
import { QqlEditor } from './QqlEditor';

function Editor(props: { text?: string }) {
  const [text, setText] = useState(props.text ?? '');
  return (
    <QqlEditor
      id="query"
      label="Query"
      side="vulnerability"
      value={text}
      onChange={setText}
    />
  );
}

async function renderEditor(text?: string) {
  renderPart(<Editor text={text} />);
  return (await screen.findByLabelText('Query')) as HTMLTextAreaElement;
}

describe('QqlEditor', () => {
  it('completes what is being typed, by the keyboard alone', async () => {
    const field = await renderEditor();

    await userEvent.type(field, 'cat');
    const list = screen.getByRole('listbox', { name: 'Suggestions' });
    expect(field).toHaveAttribute('aria-controls', list.id);
    await userEvent.keyboard('{ArrowDown}');
    const option = within(list).getByRole('option', { name: /^category/ });
    expect(option).toHaveAttribute('aria-selected', 'true');
    expect(field).toHaveAttribute('aria-activedescendant', option.id);
    await userEvent.keyboard('{Enter}');
    expect(field).toHaveValue('category');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();

    await userEvent.type(field, ': Con');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(field).toHaveValue('category: Confirmed');
    expect(field.selectionStart).toBe(field.value.length);
  });

  it('goes on where it was completed, and not at the end', async () => {
    const field = await renderEditor('sev >= 3');

    await userEvent.type(field, 'e', {
      initialSelectionStart: 3,
      initialSelectionEnd: 3,
    });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(field).toHaveValue('severity >= 3');
    expect(field.selectionStart).toBe('severity'.length);
  });

  it('suggests on demand, and closes its list with Escape alone', async () => {
    const closed = jest.fn();
    renderPart(
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions
      <div onKeyDown={event => event.key === 'Escape' && closed()}>
        <Editor />
      </div>,
    );
    const field = await screen.findByLabelText('Query');

    await userEvent.click(field);
    await userEvent.keyboard('{Control>} {/Control}');
    expect(screen.getAllByRole('option').length).toBeGreaterThan(10);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(closed).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalled();
  });

  it('lets a new line be a new line while nothing is chosen', async () => {
    const field = await renderEditor();

    await userEvent.type(field, 'cat{Enter}');
    expect(field).toHaveValue('cat\n');
  });

  it('says what is wrong, and leads to where', async () => {
    const field = await renderEditor('severity >= 9 AND nonsense: 1');

    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/severity/);
    expect(field).toHaveAccessibleDescription(/“nonsense” is none of the/);
    const [first] = screen.getAllByRole('button', { name: 'Show where' });
    await userEvent.click(first);
    expect(field).toHaveFocus();
    expect(
      field.value.slice(field.selectionStart, field.selectionEnd),
    ).toContain('9');
  });

  it('complains of nothing where nothing is written', async () => {
    const field = await renderEditor();
    expect(field).toBeValid();
  });
});
