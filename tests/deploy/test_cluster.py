"""deploy/compose.yaml and deploy/kubernetes/ hold what a host may rely on, and are what their schemas call
right.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from compose_spec import PyCompose

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
MANIFESTS = {
    part["kind"]: part
    for path in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    for part in yaml.safe_load_all(path.read_text("utf-8"))
}
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
SPEC: dict[str, Any] = MANIFESTS["Deployment"]["spec"]
POD: dict[str, Any] = SPEC["template"]["spec"]
HEALTH = "/_stcore/health"


@pytest.mark.parametrize("kind", MANIFESTS)
@pytest.mark.parametrize("version", ["1.29", "1.31", "1.34"])
def test_every_manifest_is_right_by_the_schema_of_kubernetes(kind: str, version: str) -> None:
    kubernetes_validate.validate(MANIFESTS[kind], version, strict=True)


def test_all_that_a_cluster_needs_is_there() -> None:
    wanted = {
        "Deployment",
        "Service",
        "Ingress",
        "HorizontalPodAutoscaler",
        "PodDisruptionBudget",
        "NetworkPolicy",
    }
    assert wanted <= set(MANIFESTS)


def test_every_part_chooses_the_servers_and_the_port_of_the_deployment() -> None:
    labels, (server,) = SPEC["template"]["metadata"]["labels"], POD["containers"]
    assert SPEC["selector"]["matchLabels"] == labels == MANIFESTS["Service"]["spec"]["selector"]
    assert MANIFESTS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert MANIFESTS["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"] == labels
    assert (
        MANIFESTS["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"]
        == MANIFESTS["Deployment"]["metadata"]["name"]
    )
    ports = {port["name"]: port["containerPort"] for port in server["ports"]}
    assert f"EXPOSE {ports['http']}" in (DEPLOY / "Dockerfile").read_text("utf-8")
    assert MANIFESTS["NetworkPolicy"]["spec"]["ingress"][0]["ports"] == [{"port": ports["http"]}]


def test_a_server_of_the_cluster_has_no_rights_and_nothing_to_write_but_its_tmp() -> None:
    (server,) = POD["containers"]
    assert POD["securityContext"]["runAsNonRoot"]
    assert f"USER {POD['securityContext']['runAsUser']}:" in (DEPLOY / "Dockerfile").read_text("utf-8")
    assert server["securityContext"]["readOnlyRootFilesystem"]
    assert server["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert [mount["mountPath"] for mount in server["volumeMounts"]] == ["/tmp"]
    assert MANIFESTS["NetworkPolicy"]["spec"]["egress"] == [], "the Atlas asks nobody"


def test_readers_are_sent_to_servers_with_faultless_tables_and_stay_with_theirs() -> None:
    (server,) = POD["containers"]
    assert server["readinessProbe"]["httpGet"]["path"] == server["startupProbe"]["httpGet"]["path"] == HEALTH
    assert server["livenessProbe"]["httpGet"]["path"] != HEALTH, (
        "faulty tables are no reason to start a server anew"
    )
    assert MANIFESTS["Ingress"]["metadata"]["annotations"]["nginx.ingress.kubernetes.io/affinity"] == "cookie"
    assert MANIFESTS["Service"]["spec"]["sessionAffinity"] == "ClientIP"
    assert SPEC["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_the_compose_file_is_right_by_the_compose_specification() -> None:
    PyCompose.from_yaml((DEPLOY / "compose.yaml").read_text("utf-8")).validate()


def test_no_service_of_compose_may_write_or_has_rights_and_no_server_reaches_out() -> None:
    for name, service in COMPOSE["services"].items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert {"mem_limit", "pids_limit", "restart"} <= set(service), name
    servers = [service for name, service in COMPOSE["services"].items() if name.startswith("server")]
    assert len(servers) >= 2
    assert all(service["networks"] == ["inside"] for service in servers)
    assert COMPOSE["networks"]["inside"]["internal"]


def test_the_proxy_of_compose_knows_every_server_and_its_configuration_is_what_the_command_prints() -> None:
    servers = [f"{name}:8501" for name in COMPOSE["services"] if name.startswith("server")]
    command = re.search(
        r"deploy/up\.py (--print .*) > deploy/nginx\.compose\.conf", (DEPLOY / "README.md").read_text("utf-8")
    )
    assert command
    assert all(server in command[1].split() for server in servers)
    printed = subprocess.run(
        [sys.executable, "deploy/up.py", *command[1].split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert printed == (DEPLOY / "nginx.compose.conf").read_text("utf-8")
