export interface RunningRedis {
  readonly url: string;
  stop(): Promise<void>;
}

export function startRedis(): Promise<RunningRedis>;
export function startRedisAt(port: number): Promise<RunningRedis>;
export function freePort(): Promise<number>;
