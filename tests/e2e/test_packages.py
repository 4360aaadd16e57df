"""What people install: a .deb, an archive, a Windows installer; and what they are told."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import tarfile
import tomllib
from pathlib import Path

import pytest

import packages
import shipped
from pos_app.cli.parser import build_parser
from tests.helpers.blackbox import CLIENT_ID, PROGRAM, SECRET, Provider, run
from tests.helpers.frozen import frozen_program

LINUX = shipped.ROOT / "packaging" / "linux"
WORKFLOWS = shipped.ROOT / ".github" / "workflows"
OLD = "#!/bin/sh\necho 'glibc 2.31'\n"


@pytest.fixture(scope="module")
def program() -> Path:
    """The frozen program's folder."""
    return frozen_program().parent


@pytest.fixture
def old_system(tmp_path: Path) -> dict[str, str]:
    """An environment in which the system says that its glibc is that of Debian 11."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "getconf").write_text(OLD)
    (tools / "getconf").chmod(0o755)
    return {"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(tmp_path)}


@pytest.mark.parametrize("name", ["pos-app", "preinst", "install.sh"])
def test_old_glibc(name: str, old_system: dict[str, str], tmp_path: Path) -> None:
    """On an older system one sentence says what is needed and what is there."""
    script = tmp_path / name
    script.write_text((LINUX / name).read_text("utf-8").replace("@GLIBC@", "2.36"), "utf-8")
    done = subprocess.run(
        ["sh", str(script), "install"] if name == "preinst" else ["sh", str(script)],
        env=old_system,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "glibc 2.36 or newer (Debian 12, Ubuntu 24.04), and here is 2.31." in done.stderr


@pytest.mark.parametrize(
    ("version", "in_debian"),
    [("0.1.0", "0.1.0"), ("1.2.0rc1", "1.2.0~rc1"), ("1.2.0.dev3", "1.2.0~dev3")],
)
def test_version_in_debian(version: str, in_debian: str) -> None:
    """A candidate sorts before its release."""
    assert packages.deb_version(version) == in_debian


def test_manual_names_everything() -> None:
    """The manual page has every command and every option of the program itself."""
    manual = (LINUX / "pos-app.1").read_text("utf-8").replace("\\-", "-")
    usage = build_parser().format_help()
    for word in {
        *re.findall(r"--[a-z-]+", usage),
        *re.findall(r"^    ([a-z-]+) ", usage, re.MULTILINE),
    }:
        assert word in manual, word


def test_every_library_has_its_licence() -> None:
    """Each part names a licence; About has what we ask for, and says the same, from source."""
    from pos_app.ui.views.about.section import PARTS

    said = ", ".join(names for names, _ in PARTS).casefold().split(", ")
    project = tomllib.loads((shipped.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for wanted in project["dependencies"]:
        if "sys_platform" not in wanted:
            name = re.split(r"[<>=]", wanted)[0].casefold().removesuffix("-essentials")
            assert name in said, name
    licences = {part.name.casefold(): part.licence for part in shipped.all_parts()}
    assert all(licences.values())
    for names, licence in PARTS:
        for name in names.casefold().split(", "):
            found = licences.get(name) or licences.get(f"{name}_essentials")
            if found is not None:
                assert found.removesuffix("-only") == licence, name


def test_workflow_is_pinned() -> None:
    """Every action of the hosted workflow has a fixed version."""
    used = [
        line.split("uses:")[1].strip()
        for path in WORKFLOWS.glob("*.yml")
        for line in path.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@v\d+(\.\d+)*", action)] == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")
def test_deb_is_whole(program: Path, tmp_path: Path) -> None:
    """The package belongs to root, says what it needs, and all that it promises is there."""
    deb = packages.make_deb(program, tmp_path, "1.2.0rc1", quick=True)
    assert deb.name.startswith("pos-app_1.2.0~rc1_")
    ask = ["dpkg-deb", "--field", str(deb)]
    control = subprocess.run(ask, check=True, capture_output=True, text=True).stdout
    assert re.search(r"^Depends: libc6 \(>= 2\.\d+\), .*libegl1.*libgl1", control, re.MULTILINE)
    listing = subprocess.run(
        ["dpkg-deb", "--contents", str(deb)], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert {line.split()[1] for line in listing} == {"root/root"}
    assert all(line[0] == "l" or line[7:10] in {"r--", "r-x"} for line in listing)
    subprocess.run(["dpkg-deb", "--extract", str(deb), str(tmp_path / "root")], check=True)
    share = tmp_path / "root/usr/share"
    manual = gzip.decompress((share / "man/man1/pos-app.1.gz").read_bytes()).decode()
    assert "pos-app 1.2.0rc1" in manual
    assert "@" not in manual
    assert (share / "icons/hicolor/scalable/apps/pos-app.svg").exists()
    assert (share / "doc/pos-app/examples/set_up_till.sh").stat().st_mode & 0o111
    if shutil.which("desktop-file-validate"):
        entry = share / "applications/pos-app.desktop"
        subprocess.run(["desktop-file-validate", str(entry)], check=True)


@pytest.mark.slow
def test_archive_installs_upgrades_and_removes(program: Path, tmp_path: Path) -> None:
    """The script installs for one user, again over itself, and takes away only its own files."""
    archive = packages.make_tar(program, tmp_path, "1.2.0", quick=True)
    with tarfile.open(archive) as file:
        file.extractall(tmp_path, filter="tar")
    (folder,) = tmp_path.glob("pos-app-1.2.0-linux-*/")
    prefix = tmp_path / "some prefix"
    other = prefix / "bin" / "other"
    other.parent.mkdir(parents=True)
    other.touch()
    for _ in range(2):
        subprocess.run([str(folder / "install.sh"), "--prefix", str(prefix)], check=True)
    shutil.rmtree(folder)
    for name in ("pos-app", "pos-app-window"):
        run = [str(prefix / "bin" / name), "--version"]
        done = subprocess.run(run, check=True, capture_output=True, text=True)
        assert (done.stdout, done.stderr) == (f"pos-app {shipped.version()}\n", "")
    entry = (prefix / "share/applications/pos-app.desktop").read_text("utf-8")
    assert f'Exec="{prefix}/bin/pos-app-window"' in entry
    subprocess.run([str(prefix / "lib/pos-app/install.sh"), "--remove"], check=True)
    assert [path for path in prefix.rglob("*") if path.is_file()] == [other]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("makensis") is None, reason="needs NSIS")
def test_windows_installer_compiles(tmp_path: Path) -> None:
    """The script makes an installer without one warning, here with a stand-in for the program."""
    payload = tmp_path / "payload"
    (payload / "_internal").mkdir(parents=True)
    for name in ("pos-app.exe", "pos-app-window.exe", "_internal/part.dll"):
        (payload / name).write_text("a stand-in")
    words = {
        "VERSION": "1.2.0rc1",
        "NUMBERS": "1.2.0",
        "PAYLOAD": payload,
        "OUT": tmp_path,
        "SOURCE": shipped.ROOT,
    }
    script = shipped.ROOT / "packaging" / "windows" / "pos-app.nsi"
    defines = [f"-D{name}={value}" for name, value in words.items()]
    subprocess.run(["makensis", "-V2", "-WX", *defines, str(script)], check=True)
    made = (tmp_path / "pos-app-1.2.0rc1-setup.exe").read_bytes()
    assert made[:2] == b"MZ"


@pytest.mark.slow
def test_three_tills_by_script(tmp_path: Path) -> None:
    """Each till of the list is set up without questions; a broken-off set-up goes on."""
    folder = shipped.ROOT / "packaging" / "rollout"
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "client-secret").write_text(f"{SECRET}\n")
    for name in ("Mira", "Ayla", "Jonas", "Paul", "Chen"):
        (secrets / f"pin-{name}").write_text(f"4711{len(name)}\n")

    with Provider() as provider:

        def set_up(till: str) -> subprocess.CompletedProcess[str]:
            told = {"PROVIDER_URL": provider.url, "CLIENT_ID": CLIENT_ID, "POS_APP": PROGRAM[0]}
            environment = {**os.environ, **told, "POS_APP_HOME": str(tmp_path / till)}
            script = ["bash", str(folder / "set_up_till.sh"), str(folder / "tills.csv"), till]
            return subprocess.run(
                [*script, str(secrets)],
                env=environment,
                check=False,
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
            )

        for till in ("K1", "K2"):
            done = set_up(till)
            assert done.returncode == 0, done.stdout + done.stderr
            assert "This till can sell." in done.stdout
        (secrets / "pin-Chen").write_text("12\n")
        assert set_up("K3").returncode == 2
        (secrets / "pin-Chen").write_text("47114\n")
        done = set_up("K3")
        assert "K3 is set up already." in done.stdout
        assert "Chen may sign in as cashier." in done.stdout
        assert done.returncode == 0
    assert set_up("K9").returncode == 2
    listed = run("cashier", "list", environment={"POS_APP_HOME": str(tmp_path / "K2")}).out
    assert listed.split() == "Ayla cashier active Jonas cashier active Mira manager active".split()
