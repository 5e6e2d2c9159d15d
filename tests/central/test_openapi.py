"""The document that another client would be written from, held against what the centre really does.

schemathesis reads ``/openapi.json``, makes requests that fit it and requests that do not, and sends them over HTTP.
"""

from __future__ import annotations

from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.failures import Failure
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    ignored_auth,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from onemm_wire.bundle import MEDIA_TYPE
from onemm_wire.errors import Code
from tests.central_service import Centre

OPERATIONS = (
    ("GET", "/healthz"),
    ("POST", "/sign-in"),
    ("POST", "/devices/enrol"),
    ("POST", "/devices/token"),
    ("POST", "/devices/key"),
    ("POST", "/sync/push"),
    ("POST", "/sync/pull"),
    ("POST", "/sync/page"),
    ("POST", "/sync/digest"),
    ("POST", "/sync/bucket"),
    ("POST", "/sync/known"),
    ("POST", "/sync/incidents"),
    ("POST", "/bundles"),
)
#: Requests per operation: half of them as they should be, half of them not.
REQUESTS = 40
#: Fewer where each one tries a password, which is made to take its time.
FEWER = {"/sign-in": 12}


def never_a_failure_of_its_own(
    _: schemathesis.CheckContext, answer: schemathesis.Response, case: schemathesis.Case[Any]
) -> None:
    """No 5xx but BUSY, which asks to come back."""
    if answer.status_code >= 500 and answer.json().get("code") != Code.BUSY:
        raise Failure(operation=case.operation.label, title="A failure of its own", message=str(answer.json()))


@schemathesis.serializer(MEDIA_TYPE)
def as_it_is(_: schemathesis.SerializationContext, file: Any) -> bytes:
    """A bundle travels as its bytes."""
    return bytes(getattr(file, "data", file))


#: Whether a *good* request must succeed is not asked: most good ones are about things that are not there.
CHECKS = [
    allow_header_conformance,
    content_type_conformance,
    ignored_auth,
    response_headers_conformance,
    response_schema_conformance,
    never_a_failure_of_its_own,
    status_code_conformance,
    unsupported_method,
]


def test_every_operation_of_the_document_is_tried(centre: Centre) -> None:
    document = requests.get(f"{centre.address}/openapi.json", timeout=30).json()
    described = {(method.upper(), path) for path, operations in document["paths"].items() for method in operations}
    assert described == set(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_whatever_is_asked_the_answer_is_one_of_the_document_s(london: Centre, method: str, path: str) -> None:
    operation = schemathesis.openapi.from_url(f"{london.address}/openapi.json")[path][method]
    headers = {"Authorization": f"Bearer {london.enrol('rhian@example.org')['token']}"}

    # The same requests in every run: chance belongs into ``make torture``.
    @settings(
        max_examples=FEWER.get(path, REQUESTS),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers=headers, checks=CHECKS, timeout=30)

    ask()
