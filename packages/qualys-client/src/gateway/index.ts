export { loginCall } from './login';
export { createTokens, type Tokens } from './tokens';
