import { personas, type Persona } from './personas';

const KEY = 'demo-persona';

/** Who is signed in in this browser tab, if anybody. */
export function rememberedPersona(): Persona | undefined {
  const name = window.sessionStorage.getItem(KEY);
  return personas.find(persona => persona.name === name);
}

/** Keeps somebody signed in when the page is loaded again. */
export function rememberPersona(persona: Persona) {
  window.sessionStorage.setItem(KEY, persona.name);
}

export function forgetPersona() {
  window.sessionStorage.removeItem(KEY);
}
