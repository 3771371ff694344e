/** The start cannot go on; the message says why and what to do, and needs no stack. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

export class PortTaken extends StartRefused {
  override name = 'PortTaken';

  constructor(port: number) {
    super(`端口 ${port} 已被占用。换一个端口再启动，例如：npm start -- --port ${port + 1}`);
  }
}
