import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { useWatch, type Control, type FieldValues } from 'react-hook-form';
import { TextInput, type TextInputProps } from './TextInput';

const MOST = 10;
/** How long somebody must have stopped typing before the catalog is asked (in milliseconds). */
const PAUSE = 300;

export interface EntityInputProps<Values extends FieldValues>
  extends Pick<
    TextInputProps<Values>,
    'id' | 'name' | 'label' | 'hint' | 'warnings' | 'required'
  > {
  control: Control<Values, any, any>;
  /** The only kind that is offered; any unless given. */
  kind?: string;
}

/** An entity by its reference; the catalog's entities that fit are offered while it is typed. */
export function EntityInput<Values extends FieldValues>(
  props: EntityInputProps<Values>,
) {
  const catalog = useApi(catalogApiRef);
  const { id, control, name, kind, ...others } = props;
  const typed = String(useWatch({ control, name }) ?? '').trim();
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(typed.split(/[:/]/).at(-1) ?? ''), PAUSE, [typed]);

  // Where the catalog cannot be asked, the reference can still be typed.
  const { value: offered = [] } = useAsync(async () => {
    if (term.length < 2) return [];
    const { items } = await catalog.queryEntities({
      ...(kind && { filter: { kind } }),
      fullTextFilter: { term, fields: ['metadata.name', 'metadata.title'] },
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      limit: MOST,
    });
    return items.map(entity => stringifyEntityRef(entity));
  }, [catalog, kind, term]);

  return (
    <>
      <TextInput
        {...others}
        id={id}
        control={control}
        name={name}
        inputProps={{ list: `${id}-offered`, autoComplete: 'off' }}
      />
      <datalist id={`${id}-offered`}>
        {offered.map(entityRef => (
          <option key={entityRef} value={entityRef} />
        ))}
      </datalist>
    </>
  );
}
