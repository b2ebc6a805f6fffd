"""Places where a desk is not safe, as the systems describe them."""

from pathlib import Path

import pytest

from claimdesk.store import location

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:21 / /proc rw,nosuid - proc proc rw
40 22 0:35 / /mnt/news rw shared:2 - nfs4 server:/news rw,vers=4.2
41 22 0:36 / /mnt/with\040space rw - cifs //server/share rw
42 22 0:37 / /home/ada/remote rw - fuse.sshfs ada@server: rw
43 40 8:2 / /mnt/news/local rw - xfs /dev/sdb rw
44 22 0:38 / /auto rw - autofs systemd-1 rw
45 22 0:39 / /auto rw - smb3 //server/auto rw
garbage
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ada/desk.claimdesk", "ext4"),
        ("/mnt/news/desk.claimdesk", "nfs4"),
        ("/mnt/newspaper/desk.claimdesk", "ext4"),
        ("/mnt/news/local/desk.claimdesk", "xfs"),
        ("/mnt/with space/desk.claimdesk", "cifs"),
        ("/home/ada/remote/a/b.claimdesk", "fuse.sshfs"),
        ("/auto/desk.claimdesk", "smb3"),
    ],
)
def test_linux_names_the_file_system(path: str, kind: str) -> None:
    assert location.file_system(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/ada/Dropbox/desk.claimdesk", "Dropbox"),
        ("/home/ada/Dropbox (Zeitung)/a/desk.claimdesk", "Dropbox"),
        ("/c/Users/ada/OneDrive - Zeitung/desk.claimdesk", "OneDrive"),
        ("/Users/ada/Google Drive/desk.claimdesk", "Google Drive"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@x.de/d.claimdesk", "Google Drive"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/d.claimdesk", "iCloud Drive"),
        ("/c/Users/ada/iCloudDrive/desk.claimdesk", "iCloud Drive"),
        ("/home/ada/Nextcloud/desk.claimdesk", "Nextcloud"),
        ("/home/ada/ownCloud/desk.claimdesk", "ownCloud"),
        ("/home/ada/pCloudDrive/desk.claimdesk", "pCloud"),
        ("/home/ada/Box Sync/desk.claimdesk", "Box"),
        ("/home/ada/Dropbox.claimdesk", None),
        ("/home/ada/boxes/desk.claimdesk", None),
        ("/home/ada/articles about OneDrive/desk.claimdesk", None),
    ],
)
def test_folders_of_cloud_services_are_known_by_name(path: str, service: str | None) -> None:
    assert location.cloud_service(Path(path)) == service


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        (r"\\server\news\desk.claimdesk", True),
        ("//server/news/desk.claimdesk", True),
        (r"C:\Users\ada\desk.claimdesk", False),
        ("/home/ada/desk.claimdesk", False),
    ],
)
def test_windows_names_another_computer_in_the_path(path: str, shared: bool) -> None:
    assert location.is_share(path) == shared


def test_the_sentence_says_what_to_do_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(location, "is_remote", lambda _path: False)
    assert location.warning(tmp_path / "desk.claimdesk") is None
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "documents"
    link.symlink_to(tmp_path / "Dropbox")
    for folder in ("Dropbox", "documents"):
        said = location.warning(tmp_path / folder / "desk.claimdesk")
        assert said is not None
        assert "“desk.claimdesk” lies in a folder that Dropbox copies" in said
        assert "Save a copy" in said
    monkeypatch.setattr(location, "is_remote", lambda _path: True)
    assert "network disk" in (location.warning(tmp_path / "desk.claimdesk") or "")


def test_looking_takes_no_time_and_fails_for_no_path(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone" / "desk.claimdesk", Path("desk.claimdesk")):
        assert location.is_remote(path) in (True, False)
