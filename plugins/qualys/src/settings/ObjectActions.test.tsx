import { useEffect, useState } from 'react';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { press } from '../__testUtils__/dialogs';
import { renderPart } from '../__testUtils__/render';
import { ObjectActions } from './ObjectActions';
import { SettingsDialog } from './SettingsDialog';

let takeAway: () => void;

/** Buttons of which one opens a dialog, and can be taken away. */
function Actions() {
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    takeAway = () => setGone(true);
  }, []);
  const close = () => setOpen(false);
  return (
    <ObjectActions
      label="What can be done"
      name="It"
      onClose={close}
      dialog={
        open && (
          <SettingsDialog id="it" title="It" onClose={close}>
            <button onClick={() => setGone(true)}>Do it</button>
          </SettingsDialog>
        )
      }
    >
      {!gone && <button onClick={() => setOpen(true)}>Begin</button>}
      <button>Another</button>
    </ObjectActions>
  );
}

const group = () => screen.getByRole('group', { name: 'What can be done' });

describe('the focus after a dialog', () => {
  beforeEach(async () => {
    renderPart(<Actions />);
    await press('Begin');
  });

  it('goes back to the button, and to the group of buttons once that is gone', async () => {
    await press('Cancel');
    expect(screen.getByRole('button', { name: 'Begin' })).toHaveFocus();
    act(() => takeAway());
    expect(group()).toHaveFocus();
  });

  it('goes to the group of buttons where the button has gone meanwhile', async () => {
    await press('Do it');
    await press('Cancel');
    expect(group()).toHaveFocus();
  });

  it('stays where somebody has gone on to', async () => {
    await press('Cancel');
    await userEvent.tab();
    const another = screen.getByRole('button', { name: 'Another' });
    expect(another).toHaveFocus();
    act(() => takeAway());
    expect(another).toHaveFocus();
  });
});
