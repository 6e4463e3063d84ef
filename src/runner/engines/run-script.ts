import { shellWord } from './shell-word.js';

/** What a run starts: a command, where, and with which variables added to the machine's own. */
export interface RunCommand {
  argv: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string>>;
}

/**
 * The text of `run.sh`, which carries a run on a machine that has neither Node nor this program: plain POSIX `sh`, to be
 * started in a session of its own with the run's folder as working directory. It stays in that folder, so that a
 * workspace that is moved while it trains still gets its exit code.
 *
 * It writes `pid` (its process id, which is also the group's; when the process was started; the machine's boot) before
 * anything else, and `exit` (the trainer's exit code, 128 + n for a signal) as the very last thing, each under a
 * temporary name first. The trainer is a foreground child: a background child of `sh` would ignore interrupts. The
 * traps keep this script alive through signals to the group, and a trap is not inherited, so the trainer has the
 * default disposition.
 * @throws Error when a variable's name is none
 */
export function runScript(command: RunCommand): string {
  const variables = Object.entries(command.env).map(([name, value]) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`“${name}” is no name for an environment variable.`);
    return `  export ${name}=${shellWord(value)}`;
  });
  return `#!/bin/sh
# Written by loradeck: starts the trainer of this run. Start it by loradeck, or with: setsid -f sh run.sh
trap : INT TERM
exec </dev/null >>output.log 2>&1 || exit 1
boot=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null) || boot=-
if stat=$(cat "/proc/$$/stat" 2>/dev/null); then
  set -- \${stat##*) }
  started=\${20}
else
  started=$(ps -o lstart= -p $$ | tr -s ' ' '_')
fi
printf '%s %s %s\\n' $$ "$started" "$boot" >pid.tmp && mv -f pid.tmp pid || exit 1
(
  cd -- ${shellWord(command.cwd)} || exit 1
${variables.join('\n')}
  exec ${command.argv.map(shellWord).join(' ')}
)
code=$?
printf '%s\\n' "$code" >exit.tmp && mv -f exit.tmp exit
`;
}
