import Glibc

/// The home folders of people and of the administrator on this machine.
enum HomeFolders {
  struct Home {
    let path: String
    let identity: FileIdentity
  }

  /// The value of `HOME`, and the home folders that `/etc/passwd` lists for this user, for user 0 and for users with ids from
  /// 1000. Other user ids belong to programs. Folders of programs, for example `/var/www`, are not home folders.
  static var all: [Home] {
    let paths = [Program.variable("HOME")].compactMap(\.self) + listed(own: Int(getuid()))
    return paths.compactMap { path in
      // Accept every absolute path of a folder. The root folder is accepted too, because it is the home of some programs. This
      // changes nothing: the root folder is never replaced, because it contains all other home folders.
      guard path.utf8.first == UInt8(ascii: "/"), let identity = FileIdentity(path: path), isFolder(path) else { return nil }
      return Home(path: path, identity: identity)
    }
  }

  private static func isFolder(_ path: String) -> Bool { (try? Descriptor(folder: path)) != nil }

  /// Reads `/etc/passwd` directly, because the functions of the C library would also ask a directory service.
  private static func listed(own: Int) -> [String] {
    guard let folder = try? Descriptor(folder: "/etc"), let file = try? folder.file("passwd"),
      let bytes = try? file.read(expecting: 1 << 12, limit: 1 << 20)
    else { return [] }
    return bytes.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count == 7, let user = Int(String(decoding: fields[2], as: UTF8.self)) else { return nil }
      return user == 0 || user >= 1000 || user == own ? String(decoding: fields[5], as: UTF8.self) : nil
    }
  }
}
