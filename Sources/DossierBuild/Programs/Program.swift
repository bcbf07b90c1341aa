import CFileSystem
import Glibc

/// Another program that dossier starts, without a shell. The program gets only the given environment variables.
struct Program: Sendable {
  /// The absolute path of the executable file.
  let path: String
  /// The environment variables of the program, each as `NAME=VALUE`.
  let environment: [String]

  /// The result of a run.
  struct Result: Sendable {
    /// The exit status. If a signal ended the program, 128 plus the number of the signal.
    let status: Int32
    /// The program's standard error, at most 64 KiB.
    let complaint: String

    /// Whether a signal ended the program. The run then has no result.
    var wasKilled: Bool { (129...192).contains(status) }

    /// The first line of standard error. If standard error is empty, this is a clause with the exit status.
    var firstComplaint: String {
      complaint.split(separator: "\n").first.map(String.init) ?? "it ended with status \(status) without a message"
    }
  }

  /// Finds a program by its name in the folders of `PATH`. Relative folders are skipped, because they depend on the current
  /// folder, which may belong to somebody else.
  init?(named name: String, environment: [String]) {
    let folders = Program.variable("PATH")?.split(separator: ":").map(String.init) ?? []
    let paths = folders.filter { $0.utf8.first == UInt8(ascii: "/") }.map { "\($0)/\(name)" }
    guard let found = paths.first(where: { unsafe access($0, X_OK) == 0 }) else { return nil }
    path = found
    self.environment = environment
  }

  /// The variables with these names from the environment of this process, each as `NAME=VALUE`. Variables that are not set are
  /// left out.
  static func inherited(_ names: [String]) -> [String] {
    names.compactMap { name in variable(name).map { "\(name)=\($0)" } }
  }

  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Runs the program and waits for its end. `input` is its standard input. The program can open `files` by their paths. `take`
  /// receives its standard output in parts.
  func run(
    _ arguments: [String], input: [UInt8] = [], handing files: [MemoryFile] = [], _ take: ([UInt8]) -> Void
  ) throws(EnvironmentError) -> Result {
    try attempt("run \(path)") { () throws(SystemFailure) in try launched(arguments, input, files, take) }
  }

  /// Runs the program and returns its complete standard output.
  func output(
    _ arguments: [String], input: [UInt8] = [], handing files: [MemoryFile] = []
  ) throws(EnvironmentError) -> (bytes: [UInt8], result: Result) {
    var bytes: [UInt8] = []
    let result = try run(arguments, input: input, handing: files) { bytes += $0 }
    return (bytes, result)
  }

  private func launched(
    _ arguments: [String], _ input: [UInt8], _ files: [MemoryFile], _ take: ([UInt8]) -> Void
  ) throws(SystemFailure) -> Result {
    // Standard input and standard error are files in memory. Only standard output is a pipe, so the two processes can never both
    // wait for each other.
    let given = try Descriptor(made: dossier_memory_file())
    try given.write(input)
    lseek(given.number, 0, SEEK_SET)
    let complaint = try Descriptor(made: dossier_memory_file())
    var ends: [Int32] = [0, 0]
    guard unsafe dossier_pipe(&ends) == 0 else { throw SystemFailure(code: errno) }
    let output = try Descriptor(made: ends[0])
    var child: pid_t = 0
    do {
      let writing = try Descriptor(made: ends[1])
      child = try spawn(arguments, [given.number, writing.number, complaint.number], files.map(\.number))
    }
    var failure: SystemFailure?
    do throws(SystemFailure) { try output.readParts(take) } catch { failure = error }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    lseek(complaint.number, 0, SEEK_SET)
    let said = try complaint.read(expecting: 256, limit: 1 << 16)
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, complaint: String(decoding: said, as: UTF8.self))
  }

  private func spawn(_ arguments: [String], _ streams: [Int32], _ files: [Int32]) throws(SystemFailure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (i, stream) in streams.enumerated() { unsafe posix_spawn_file_actions_adddup2(&actions, stream, Int32(i)) }
    // A descriptor that is duplicated to its own number stays open in the started program. Other programs that dossier starts do
    // not inherit the descriptor.
    for file in files { unsafe posix_spawn_file_actions_adddup2(&actions, file, file) }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // dossier ignores SIGPIPE. The started program gets the default action, so that the program ends if nothing reads its output.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // The worker threads block all signals. In the started program no signal is blocked, so that a signal can end it.
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    unsafe posix_spawnattr_setsigmask(&attributes, &blocked)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let code = unsafe Program.withStrings([path] + arguments) { words in
      unsafe Program.withStrings(environment) { variables in
        unsafe posix_spawn(&child, path, &actions, &attributes, words, variables)
      }
    }
    guard code == 0 else { throw SystemFailure(code: code) }
    return child
  }

  /// Calls `body` with the texts as C strings: pointers to bytes that end with a NUL. The last pointer is null.
  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      let base = buffer.baseAddress
      let pointers: [UnsafeMutablePointer<CChar>?] = unsafe starts.map { start in unsafe base.map { unsafe $0 + start } }
      return unsafe body(pointers + [nil])
    }
  }
}
