import Glibc

/// A file that is written under a temporary name in the target folder and then renamed in one step.
///
/// The process that writes the file holds a lock on it. The lock of a killed process is released, so the next process that
/// writes the same target removes the file.
struct StagedFile: ~Copyable {
  let file: Descriptor
  let name: String

  /// Creates a file with a new name. Removes the files of killed processes first. The files of other running processes remain.
  init(_ stages: StageName, in folder: borrowing Descriptor) throws(SystemFailure) {
    StagedFile.sweep(stages, in: folder)
    while true {
      let name = stages.new()
      guard let file = try StagedFile.create(name, in: folder) else { continue }
      self.file = file
      self.name = name
      return
    }
  }

  /// Creates a file with a fixed name. Removes the file of a killed process first. Throws if another running process has locked
  /// the file.
  init(named name: String, in folder: borrowing Descriptor) throws(SystemFailure) {
    while true {
      do throws(SystemFailure) {
        guard let file = try StagedFile.create(name, in: folder) else { continue }
        self.file = file
        self.name = name
        return
      } catch { guard error.code == EEXIST else { throw error } }
      do throws(SystemFailure) {
        let remaining = try folder.file(name)
        guard try remaining.lock() else { throw .isInUse }
        // Another process may have removed the file and created a new one before this process got the lock.
        guard let there = try folder.status(of: name), there.st_ino == (try remaining.status().st_ino) else { continue }
        guard unsafe unlinkat(folder.number, name, 0) == 0 else { throw SystemFailure(code: errno) }
      } catch { guard error.code == ENOENT else { throw error } }
    }
  }

  /// Creates and locks a file. Nil if another process removed the file before it was locked.
  private static func create(_ name: String, in folder: borrowing Descriptor) throws(SystemFailure) -> Descriptor? {
    let file = try folder.open(name, O_WRONLY | O_CREAT | O_EXCL)
    // If the file system does not support locks, no process removes the file.
    guard (try? file.lock()) ?? true, try file.status().st_nlink > 0 else { return nil }
    return file
  }

  private static func sweep(_ stages: StageName, in folder: borrowing Descriptor) {
    guard let listing = try? FolderListing(folder) else { return }
    for member in listing.members where member.kind == .file && stages.matches(member.name) {
      guard let left = try? folder.file(member.name), (try? left.lock()) == true else { continue }
      unsafe unlinkat(folder.number, member.name, 0)
    }
  }
}
