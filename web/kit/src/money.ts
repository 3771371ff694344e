export { yuanText } from '@zhaozhang/core';
