import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { fileOf, KEY_FILE } from '../../__testUtils__/keyFile';
import { renderPart } from '../../__testUtils__/render';
import { press } from '../../__testUtils__/dialogs';
import { KeyFileInput } from './KeyFileInput';

function Form() {
  const { control } = useForm({ defaultValues: { keyFile: '' } });
  return (
    <KeyFileInput
      id="key-file"
      control={control}
      name="keyFile"
      label="Key file"
      hint="The key file of the service account"
    />
  );
}

async function chooseFile(file: File) {
  const input = await screen.findByLabelText('Key file');
  await userEvent.upload(input, file);
  return input as HTMLInputElement;
}

describe('KeyFileInput', () => {
  it('lets a file go, and has the focus then', async () => {
    renderPart(<Form />);
    const input = await chooseFile(fileOf(KEY_FILE, 'key.json'));
    expect(await screen.findByText('Chosen: key.json')).toBeInTheDocument();
    await press('Remove the file');
    expect(screen.queryByText('Chosen: key.json')).not.toBeInTheDocument();
    expect(input).toHaveFocus();
    expect(input.files).toHaveLength(0);
  });

  it('takes no file that is larger than any key file, and does not read it', async () => {
    renderPart(<Form />);
    await chooseFile(fileOf(KEY_FILE, 'key.json'));
    await screen.findByText('Chosen: key.json');
    const film = fileOf('x', 'film.json');
    Object.defineProperty(film, 'size', { value: 100_001 });
    const read = jest.spyOn(film, 'text');
    const input = await chooseFile(film);
    await waitFor(() =>
      expect(input).toHaveAccessibleDescription(
        /“film.json” is larger than any key file, and was not taken/,
      ),
    );
    expect(input).toBeInvalid();
    expect(read).not.toHaveBeenCalled();
    // The one before is not what was chosen last.
    expect(screen.queryByText('Chosen: key.json')).not.toBeInTheDocument();
    expect(input.files).toHaveLength(0);

    await chooseFile(fileOf(KEY_FILE, 'key.json'));
    expect(await screen.findByText('Chosen: key.json')).toBeInTheDocument();
    expect(input).toHaveAccessibleDescription(
      'The key file of the service account',
    );
    expect(input).toBeValid();
  });

  it('says that a file could not be read', async () => {
    renderPart(<Form />);
    const gone = Object.assign(fileOf(KEY_FILE, 'gone.json'), {
      text: async () => {
        throw new DOMException('It is gone.', 'NotReadableError');
      },
    });
    const input = await chooseFile(gone);
    await waitFor(() =>
      expect(input).toHaveAccessibleDescription(
        /“gone.json” could not be read/,
      ),
    );
    expect(input).toBeInvalid();
    expect(screen.queryByText(/^Chosen/)).not.toBeInTheDocument();
  });

  it('takes the file that was chosen last, however long the one before takes', async () => {
    renderPart(<Form />);
    let release: (text: string) => void = () => {};
    const slow = Object.assign(fileOf('slow', 'slow.json'), {
      text: () =>
        new Promise<string>(resolve => {
          release = resolve;
        }),
    });
    await chooseFile(slow);
    await chooseFile(fileOf('{"quick":true}', 'quick.json'));
    await screen.findByText('Chosen: quick.json');
    await act(async () => release('{"slow":true}'));
    expect(screen.getByText(/^Chosen/)).toHaveTextContent('quick.json');
  });
});
