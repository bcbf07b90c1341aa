import Glibc

/// A program of this machine, run to its end: `git`, `ssh-keygen`. Found by the `PATH`, never through a shell.
struct ChildProgram {
  let name: String

  struct Outcome {
    /// 128 and the number of the signal where one has ended it.
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]

    /// The first line of what it said of an error, or that it said nothing.
    var complaint: String {
      let lines = errors.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      return lines.first ?? "it ended with status \(status) and said nothing"
    }
  }

  /// What it is given of our environment. What would turn it to another repository or another language is not.
  private static let inherited = [
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TERM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR",
    "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_SK_PROVIDER", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CEILING_DIRECTORIES",
  ]

  private static var environment: [String] {
    let values = inherited.compactMap { name -> String? in
      guard let value = unsafe getenv(name) else { return nil }
      return "\(name)=\(unsafe String(cString: value))"
    }
    let count = unsafe getenv("GIT_CONFIG_COUNT").flatMap { unsafe Int(String(cString: $0)) } ?? 0
    let pairs = (0..<max(0, min(count, 64))).flatMap { ["GIT_CONFIG_KEY_\($0)", "GIT_CONFIG_VALUE_\($0)"] }.compactMap {
      name -> String? in
      guard let value = unsafe getenv(name) else { return nil }
      return "\(name)=\(unsafe String(cString: value))"
    }
    return values + pairs + ["LC_ALL=C", "GIT_TERMINAL_PROMPT=0"]
  }

  /// Runs it with `input` on its standard input. Nil when there is no such program.
  func run(_ arguments: [String], input: [UInt8] = []) throws(EnvironmentError) -> Outcome? {
    do throws(SystemFailure) { return try start(arguments, input) } catch {
      if error.code == ENOENT { return nil }
      throw EnvironmentError("run \(name)", error)
    }
  }

  private func start(_ arguments: [String], _ input: [UInt8]) throws(SystemFailure) -> Outcome {
    let pipes = try ChildPipes()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in pipes.childs.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
    var process: pid_t = 0
    let argv = unsafe CStrings([name] + arguments)
    let envp = unsafe CStrings(ChildProgram.environment)
    // The pointers live only as long as their owners.
    let code = unsafe withExtendedLifetime((argv, envp)) {
      unsafe posix_spawnp(&process, name, &actions, nil, $0.0.pointers, $0.1.pointers)
    }
    guard code == 0 else { throw SystemFailure(code: code) }
    let said = pipes.exchange(input)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      let code = errno
      if code != EINTR { throw SystemFailure(code: code) }
    }
    let signal = status & 0x7F
    return Outcome(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: said.output, errors: said.errors)
  }
}
